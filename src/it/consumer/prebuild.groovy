// Lays out every Java block of README.md and of the pages beside the code as a source file, so that the page stays its only home.
// A block with a class of its own is the user's production code; any other is the middle of a test.
String text = new File(readme as String).getText('UTF-8')
List<File> pages = [new File(readme as String)] + ['main', 'sandbox', 'cli'].collect {
    new File(new File(readme as String).parentFile, "src/${it}/README.md")
}
List<String> blocks = pages.collectMany { page ->
    (page.getText('UTF-8') =~ /(?s)```java\n(.*?)```/).collect { it[1] as String }
}.unique()
assert blocks.size() >= 2: "the pages have ${blocks.size()} Java blocks"
assert text.contains("<version>${version}</version>"): "README.md names another version than ${version}"

blocks.eachWithIndex { block, index ->
    def type = block =~ /(?m)^(?:public |final )*(?:class|record) (\w+)/
    File source = type.find()
            ? new File(basedir, "src/main/java/${type.group(1)}.java")
            : new File(basedir, "src/test/java/ReadmeBlock${index}.java")
    source.parentFile.mkdirs()
    source.setText(type.find(0) ? block : """
import io.github.clearstreet.*;
import io.github.clearstreet.model.*;
import io.github.clearstreet.sandbox.*;
import java.net.URI;
import java.util.*;

abstract class ReadmeBlock${index} {
    abstract void yourCode(URI baseUrl, String apiKey);

    void example() throws Exception {
        ${block}
    }
}
""", 'UTF-8')
}
return true
