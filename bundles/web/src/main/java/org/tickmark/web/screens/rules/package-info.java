/** The rules of a group: changed as a draft, tried, and saved as a new version. */
package org.tickmark.web.screens.rules;
