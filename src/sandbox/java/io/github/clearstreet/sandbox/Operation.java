package io.github.clearstreet.sandbox;

import java.util.Map;

/** One operation of the API. */
interface Operation {
    /**
     * Executes a call that has a valid key.
     *
     * @param parameters from the path, not decoded
     * @throws RefusedException before anything has changed
     */
    SandboxResponse execute(Arrival call, Map<String, String> parameters);
}
