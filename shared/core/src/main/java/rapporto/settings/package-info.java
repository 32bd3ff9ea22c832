// SPDX-License-Identifier: Apache-2.0
/** The organisation as its people describe it in one document: communities, teams, sources, policy. */
@NullMarked
package rapporto.settings;

import org.jspecify.annotations.NullMarked;
