package io.github.clearstreet.contract;

import au.com.dius.pact.consumer.junit.MockServerConfig;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that shows a mock of the API what the client sends, reads what it answers, and adds both to the pact. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({FreshPact.class, PactConsumerTestExt.class})
@PactTestFor(providerName = Parties.PROVIDER, pactVersion = PactSpecVersion.V4)
@MockServerConfig(providerName = Parties.PROVIDER, hostInterface = "127.0.0.1")
@interface ConsumerContract {}
