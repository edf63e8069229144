// Runs on the module path without a flag, and as an image of its own.
import java.util.jar.JarFile

File jar = new File(basedir, 'target/modules.jar')
List<File> modulePath = [jar] + new JarFile(jar).withCloseable {
    it.manifest.mainAttributes.getValue('Class-Path').split(' ').collect { path ->
        [localRepositoryPath, downloads].collect { new File(it as String, path) }.find { it.isFile() } ?: new File(path)
    }
}
String path = modulePath.join(File.pathSeparator)
File jdk = new File(System.getProperty('java.home'))

def run = { List<String> command ->
    def out = new StringBuilder(), err = new StringBuilder()
    Process process = command.execute()
    process.waitForProcessOutput(out, err)
    println "${command[0]} ${command.drop(1).join(' ').take(60)} …\n${out}${err}"
    assert process.exitValue() == 0
    out.toString()
}
def check = { String out ->
    assert out =~ /SELL 25/
    assert out.contains('held: 0')
    assert out.contains("clearstreet-client/${version}")
    assert out.contains('module: module io.github.clearstreet.client')
}

check(run([new File(jdk, 'bin/java').path, '-p', path, '-m', 'user/user.Main']))

File image = new File(basedir, 'target/image')
run([new File(jdk, 'bin/jlink').path, '--module-path', path, '--add-modules', 'user', '--output', image.path])
check(run([new File(image, 'bin/java').path, '-m', 'user/user.Main']))
return true
