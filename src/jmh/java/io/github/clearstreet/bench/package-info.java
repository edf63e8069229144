/**
 * What a call costs, measured beside two other clients: {@code ./mvnw -Pbench}.
 *
 * <p>Three contenders answer the same questions in the same run. <b>ours</b> is this client. <b>limit</b> is what a
 * person would write by hand if only speed counted. <b>stock</b> is what the generator makes from the same specification
 * with its own templates. Absolute times depend on the machine; the ratios between contenders hardly do.
 */
package io.github.clearstreet.bench;
