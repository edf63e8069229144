module user {
    requires io.github.clearstreet.client;
    requires io.github.clearstreet.sandbox;
}
