package io.github.clearstreet.runtime.request;

import java.util.List;

/**
 * A generated interface and its operations: all that a transport has to know of it.
 *
 * @param type the interface, for Feign
 * @param operations one for each method name
 * @param <T> the interface
 */
public record ApiDescription<T>(Class<T> type, List<Operation> operations) {
    /** Takes a copy of the list. */
    public ApiDescription {
        operations = List.copyOf(operations);
    }

    /**
     * Finds the operation of a method.
     *
     * @param configKey the name that Feign has for the method, for example {@code PositionsApi#getPositions(long)}
     * @throws IllegalArgumentException if the interface has no such operation
     */
    public Operation operation(String configKey) {
        String javaName = configKey.substring(configKey.indexOf('#') + 1, configKey.indexOf('('));
        for (Operation operation : operations) {
            if (operation.javaName().equals(javaName)) {
                return operation;
            }
        }
        throw new IllegalArgumentException(configKey + " is no operation of " + type.getSimpleName());
    }
}
