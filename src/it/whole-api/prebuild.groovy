// The nine operations that the sandbox knows are those of the library's own document.
new File(basedir, 'clear-street.yaml').bytes =
        new File(new File(readme as String).parentFile, 'openapi/clear-street.yaml').bytes
return true
