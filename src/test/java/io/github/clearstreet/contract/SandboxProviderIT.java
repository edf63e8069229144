package io.github.clearstreet.contract;

/** The sandbox keeps the contract. */
class SandboxProviderIT extends SandboxVerification {}
