/** The screens that come with Tickmark, registered as a plugin's are, over the commands that there are. */
package org.tickmark.web.screens;
