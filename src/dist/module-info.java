/** The command line with all that it needs, for the image. */
module io.github.clearstreet.cli {
    requires java.desktop;
    requires java.logging;
    requires java.net.http;
    requires java.sql;

    uses org.slf4j.spi.SLF4JServiceProvider;
}
