/** HTTP as the dispatcher sees it, {@link org.tickmark.web.http.Ask} and {@link org.tickmark.web.http.Answer}, and the server in front of it. */
package org.tickmark.web.http;
