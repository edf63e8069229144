package io.github.clearstreet.faults;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Prints the measured table: each fault, how often its request arrived, and what the caller was told. */
public final class FaultTable {
    private FaultTable() {}

    public static void main(String[] args) {
        try (FaultServer s = new FaultServer(GoodAnswer.INSTANCE);
                Caller c = new Caller(s.uri())) {
            for (Style st : Style.values())
                System.out.println(c.close(st, Form.NOTHING_CHOSEN, Duration.ofSeconds(10)));
        }
        Faults.all()
                .filter(f -> args.length == 0 || f.toString().contains(args[0]))
                .forEach(fault -> {
                    Map<String, Integer> seen = new TreeMap<>();
                    boolean ok = true;
                    for (Reach r : Reach.values())
                        for (Form f : Form.values())
                            for (Style s : Style.values()) {
                                FaultRun run = FaultRun.of(fault, r, f, s);
                                String t = run.arrivals() + "/" + run.partial() + "/" + run.elsewhere() + " "
                                        + run.told() + " | next " + run.nextArrivals() + " "
                                        + (r == Reach.FIRST_ONLY
                                                        || run.nextTold().equals(fault.expected())
                                                ? "ok"
                                                : run.nextTold())
                                        + (r == Reach.FIRST_ONLY ? run.nextTold() : "");
                                seen.merge(t + " ", 1, Integer::sum);
                                ok &= run.told().equals(fault.expected())
                                        && run.partial() == 0
                                        && run.arrivals() == 1
                                        && run.elsewhere() == 0;
                            }
                    System.out.println((ok ? "ok   " : "DIFF ") + fault + " expected " + fault.expected()
                            + (ok && seen.size() <= 2 ? "" : " -> " + seen));
                });
    }
}
