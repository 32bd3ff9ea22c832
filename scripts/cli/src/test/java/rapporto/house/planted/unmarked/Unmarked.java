// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.unmarked;

/** Breaks: every package is null-marked. */
public record Unmarked() {}
