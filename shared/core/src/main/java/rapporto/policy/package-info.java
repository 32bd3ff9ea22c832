// SPDX-License-Identifier: Apache-2.0
/** Rules as data that turn an interaction and its reading into a decision. Pure; knows neither stores nor time. */
@NullMarked
package rapporto.policy;

import org.jspecify.annotations.NullMarked;
