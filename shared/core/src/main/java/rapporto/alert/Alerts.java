// SPDX-License-Identifier: Apache-2.0
package rapporto.alert;

/** The topic that teams listen to. Every implementation passes {@code AlertsContract}. */
public interface Alerts {
    /**
     * Returns once the topic has the message.
     *
     * @throws rapporto.outage.StoreUnavailable when it did not take it; publishing again is safe
     */
    void publish(AlertMessage message);
}
