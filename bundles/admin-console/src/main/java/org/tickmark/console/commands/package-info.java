/**
 * The commands that come with Tickmark: each declared once, with help and examples, and thin over the services it asks.
 * A component a group of services registers the commands that need them, so a provider that is away takes only its own
 * commands with it.
 */
package org.tickmark.console.commands;
