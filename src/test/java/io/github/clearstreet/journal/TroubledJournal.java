package io.github.clearstreet.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A journal that is in trouble whenever its test says so. */
public final class TroubledJournal {
    private TroubledJournal() {}

    /**
     * Passes everything on.
     *
     * @param before hears the name of each method before it runs, and throws what goes wrong
     * @return never null
     */
    public static Journal of(Journal journal, Consumer<String> before) {
        return around(journal, before, method -> {});
    }

    /**
     * Passes everything on.
     *
     * @param after hears the name of each method after it has run
     * @return never null
     */
    public static Journal after(Journal journal, Consumer<String> after) {
        return around(journal, method -> {}, after);
    }

    private static Journal around(Journal journal, Consumer<String> before, Consumer<String> after) {
        return (Journal) Proxy.newProxyInstance(
                TroubledJournal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        Object result = method.invoke(journal, arguments);
                        after.accept(method.getName());
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
