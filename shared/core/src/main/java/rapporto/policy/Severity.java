// SPDX-License-Identifier: Apache-2.0
package rapporto.policy;

/** How much an escalation matters; P1 most. */
public enum Severity {
    P1("critical"),
    P2("error"),
    P3("warning"),
    P4("info");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word that alert tools use (PagerDuty Events v2, read 2026-11-23): {@code critical}. */
    public String word() {
        return word;
    }
}
