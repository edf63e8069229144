// All sixty are there, in the packages of the project, and in both styles.
File classes = new File(basedir, 'target/classes/com/acme/broker')
List<String> interfaces = new File(classes, 'api').list().findAll { it ==~ /\w+Api(Async)?\.class/ }
assert interfaces.size() == 20: interfaces

int operations = new File(basedir, 'target/generated-sources/openapi/src/main/java/com/acme/broker/api').listFiles()
        .findAll { it.name.endsWith('Api.java') }
        .collect { it.text.count(' = new Operation(') }
        .sum() as int
assert operations == 60
assert new File(classes, 'model/ModelCodecs.class').isFile()
assert new File(basedir, 'target/classes/Desk.class').isFile()

// The gate of the tools jar wrote what the next build is compared with.
assert new File(basedir, 'broker.lock').readLines().count { it.startsWith('operation ') } == 60
return true
