/** Writing JSON: {@link org.tickmark.kit.json.Json}. Needs jackson-core. */
package org.tickmark.kit.json;
