package io.github.clearstreet.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody may have meant. What was typed is compared and never repeated: it may be a key. */
final class Suggestion {
    private static final int SHORTEST = 3;
    private static final int LETTERS_PER_MISTAKE = 3;

    private Suggestion() {}

    /** The nearest of the names, if one begins like it or differs in a few letters only. */
    static Optional<String> of(String typed, Collection<String> names) {
        if (typed.length() < SHORTEST) {
            return Optional.empty();
        }
        Optional<String> longer =
                names.stream().filter(name -> name.startsWith(typed)).findFirst();
        return longer.or(() -> names.stream()
                .filter(name -> mistakes(typed, name) <= Math.min(typed.length(), name.length()) / LETTERS_PER_MISTAKE)
                .min(Comparator.comparingInt(name -> mistakes(typed, name))));
    }

    /** How many letters are wrong, missing or too many; two that changed places are one mistake. */
    private static int mistakes(String typed, String name) {
        int[] beforePrevious = new int[name.length() + 1];
        int[] previous = new int[name.length() + 1];
        for (int j = 0; j <= name.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            int[] current = new int[name.length() + 1];
            current[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int wrong = typed.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + wrong);
                if (i > 1
                        && j > 1
                        && typed.charAt(i - 1) == name.charAt(j - 2)
                        && typed.charAt(i - 2) == name.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[name.length()];
    }
}
