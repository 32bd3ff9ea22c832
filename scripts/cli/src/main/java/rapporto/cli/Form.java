// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

/** How a command prints what it found. */
enum Form {
    TEXT,
    JSON
}
