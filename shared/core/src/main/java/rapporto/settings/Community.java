// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

/**
 * The people around one or more sources.
 *
 * @param kind what its people are unless told otherwise
 */
public record Community(String id, String name, StakeholderKind kind) {}
