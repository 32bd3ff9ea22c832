// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

/** Settings to put. */
final class Documents {
    private Documents() {}

    static String of(String source, String maxBodyBytes) {
        return """
                # perché è così
                schema: 1
                communities: [{id: people, name: People, kind: customer}]
                teams: [{id: support, name: Support}]
                sources:
                  - {id: %s, community: people, team: support, maxBodyBytes: %s}
                policy:
                  - {rule: press, title: Press, when: {intent: press}, severity: P2, answerWithin: PT4H}
                """.formatted(source, maxBodyBytes);
    }
}
