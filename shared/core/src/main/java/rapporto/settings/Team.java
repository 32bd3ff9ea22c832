// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

/** Whom alerts call. */
public record Team(String id, String name) {}
