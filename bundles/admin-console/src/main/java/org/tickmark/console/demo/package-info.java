/**
 * {@code tickmark demo}: an invented company's month, imported, reconciled and proven, and told in plain words.
 */
package org.tickmark.console.demo;
