import java.util.jar.JarFile

File jar = new File(basedir, 'target/kotlin.jar')
List<File> classPath = [jar] + new JarFile(jar).withCloseable {
    it.manifest.mainAttributes.getValue('Class-Path').split(' ').collect { path ->
        [localRepositoryPath, downloads].collect { new File(it as String, path) }.find { it.isFile() } ?: new File(path)
    }
}
def out = new StringBuilder(), err = new StringBuilder()
Process process = [new File(System.getProperty('java.home'), 'bin/java').path, '-cp', classPath.join(File.pathSeparator), 'CloseKt'].execute()
process.waitForProcessOutput(out, err)
println "${out}${err}"
assert process.exitValue() == 0
assert out =~ /SELL 25 GOOG/
assert out =~ /unknown: look at orders since/
return true
