// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.Locale;

/** What somebody is to the organisation. */
public enum StakeholderKind {
    CUSTOMER,
    PROSPECT,
    EMPLOYEE,
    MEMBER,
    SHAREHOLDER,
    CONSULTANT,
    PARTNER,
    SUPPLIER,
    RESELLER,
    FUNDER,
    DONOR,
    MEDIA,
    VOLUNTEER;

    /** The word of the settings document: {@code customer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
