/** The screen of tasks: what runs when, how it went, and how much is under way at once. */
package org.tickmark.web.screens.tasks;
