// A class path for each version of a library, with the newest of the others; and one with the lowest of all.
File libraries = new File(basedir, 'target/libraries')
String java = new File(System.getProperty('java.home'), 'bin/java').path
def versions = { String name ->
    libraries.list().collect { it =~ /^${name}-(\d.*)\.jar$/ }.findAll { it.find() }.collect { it.group(1) }
            .sort { a, b ->
                def left = (a.split(/\./) as List)*.toInteger(), right = (b.split(/\./) as List)*.toInteger()
                (0..2).collect { (left[it] ?: 0) <=> (right[it] ?: 0) }.find { it } ?: 0
            }
}
List<String> names = ['jackson-core', 'jackson-annotations', 'feign-core', 'slf4j-api', 'jspecify']
Map<String, List<String>> all = names.collectEntries { [it, versions(it)] }
assert all['jackson-core'].first() == '2.15.4'
all.each { name, found -> assert found.size() >= (name == 'jspecify' ? 1 : 3): "${name}: ${found}" }
List<String> refused = [all['jackson-core'].remove(0)]

Map<String, String> newest = all.collectEntries { name, found -> [name, found.last()] }
List<Map<String, String>> tried = [newest, all.collectEntries { name, found -> [name, found.first()] }]
all.each { name, found -> found.dropRight(1).each { tried << newest + [(name): it] } }
refused.each { tried << newest + ['jackson-core': it] }

List<String> classPaths = tried.collect { chosen ->
    List<File> files = [new File(basedir, 'target/classes'), new File(libraries, 'client.jar'), new File(libraries, 'sandbox.jar')]
    chosen.each { name, version -> files << new File(libraries, "${name}-${version}.jar") }
    files.each { assert it.exists() }
    files.join(File.pathSeparator)
}
long begin = System.nanoTime()
Process process = [java, '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx256m', '-cp', new File(basedir, 'target/classes').path,
                   'EachClassPath', *classPaths].execute()
def out = new StringBuilder(), err = new StringBuilder()
process.waitForProcessOutput(out, err)
println "${out}${err}"
assert process.exitValue() == 0
List<String> lines = out.toString().readLines()
assert lines.size() == tried.size()
[tried, lines].transpose().each { chosen, line ->
    if (chosen['jackson-core'] in refused) {
        assert line =~ /^refused: jackson-core 2\.15\.4 is on the class path, but 2\.16 .*set the version of .*Nothing was sent\. requests: 0/
    } else {
        assert line == 'flat: true, held: 0': chosen
    }
}
println "${tried.size()} class paths in ${(System.nanoTime() - begin).intdiv(1_000_000)} ms"
return true
