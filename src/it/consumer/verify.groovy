// What a user pays for at run time, and whether the command line runs from the repository as it is.
import java.util.jar.JarFile

List<File> classPath = new JarFile(new File(basedir, 'target/consumer.jar')).withCloseable { jar ->
    jar.manifest.mainAttributes.getValue('Class-Path').split(' ').collect { path ->
        [localRepositoryPath, downloads].collect { new File(it as String, path) }.find { it.isFile() } ?: new File(path)
    }
}
long bytes = classPath*.length().sum()
println "Run-time class path: ${classPath.size()} jars, ${bytes} bytes"
classPath.each { println "  ${it.name} ${it.length()}" }
assert classPath.every { it.isFile() }
assert classPath.size() <= 6: 'a user gets more than six jars; leave the new dependency out'
// The aim is 1.6 MB. Journals, leases and own orders took it to 1.72 MB on 28 November 2026.
assert bytes <= 1_750_000: 'a user gets more than 1.75 MB; leave the new dependency out'

classPath.each { file ->
    new JarFile(file).withCloseable { jar ->
        def unwanted = jar.entries().collect { it.name }.findAll {
            it.contains('/databind/') || it.startsWith('picocli/')
                    || it.startsWith('io/github/clearstreet/sandbox/') || it.startsWith('io/github/clearstreet/cli/')
        }
        assert unwanted.empty: file.name
    }
}

File home = new File(localRepositoryPath, "io/github/clearstreet/clearstreet-client/${version}")
// A tenth more than was measured. Something grew? Look into the jar for what should not be there; if it is worth its size, raise
// the ceiling and say why: 715 kB became 764 kB by clocks that step in the journal, values for tests of handlers, and second looks of a run.
[('.jar'): 800_000, ('-sandbox.jar'): 240_000, ('-cli.jar'): 2_500_000].each { suffix, ceiling ->
    File file = new File(home, "clearstreet-client-${version}${suffix}")
    println "${file.name} ${file.length()}"
    assert file.length() > 0 && file.length() <= ceiling: "${file.name} is larger than its ceiling in src/it/consumer/verify.groovy"
}

// Each jar that is published has the LICENSE, where one looks for it.
byte[] licence = new File(new File(readme as String).parentFile, 'LICENSE').bytes
['', '-sandbox', '-cli', '-sources', '-javadoc', '-templates', '-tools'].each { kind ->
    new JarFile(new File(home, "clearstreet-client-${version}${kind}.jar")).withCloseable { jar ->
        def entry = jar.getEntry('META-INF/LICENSE')
        assert entry != null && Arrays.equals(jar.getInputStream(entry).bytes, licence): "${jar.name}: its LICENSE is not ours"
    }
}

File cli = new File(home, "clearstreet-client-${version}-cli.jar")
def java = new File(System.getProperty('java.home'), 'bin/java').path
def run = { String... args ->
    def out = new StringBuilder(), err = new StringBuilder()
    Process process = [java, '-jar', cli.path, *args, '--account', '19816', '--sandbox'].execute()
    process.waitForProcessOutput(out, err)
    println out
    assert err.toString() == ''
    assert process.exitValue() == 0
    out.toString()
}

String closed = run('close-positions', '--cancel-orders', '--yes')
assert closed =~ /GOOG +SELL +25 +0 +- +MARKET +PENDING_NEW/
assert closed.contains('ACCEPTED: 1 closing order')

String flattened = run('flatten', '--yes', '--quiet')
assert flattened.contains('Account 19816 is flat')
assert flattened =~ /GOOG +SELL +25 +25 +100 +FILLED/
return true
