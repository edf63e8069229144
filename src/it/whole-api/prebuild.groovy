// The nine operations that the sandbox knows are those of the library's own document.
File home = new File(readme as String).parentFile
new File(basedir, 'clear-street.yaml').bytes = new File(home, 'openapi/clear-street.yaml').bytes

// What the page prints is what is built here.
String page = new File(home, 'docs/any-api.md').getText('UTF-8')
String plugins = (page =~ /(?s)```xml\n(.*?)```/)[0][1]
assert plugins.contains('<version>' + version + '</version>')
['pom.xml', 'interpolated-pom.xml'].collect { new File(basedir, it) }.findAll { it.isFile() }.each {
    it.setText(it.getText('UTF-8').replaceFirst(/<!-- prebuild.groovy .*-->/, java.util.regex.Matcher.quoteReplacement(plugins)), 'UTF-8')
}
File desk = new File(basedir, 'src/main/java/Desk.java')
desk.parentFile.mkdirs()
desk.setText((page =~ /(?s)```java\n(import com.acme.*?)```/)[0][1] as String, 'UTF-8')
return true
