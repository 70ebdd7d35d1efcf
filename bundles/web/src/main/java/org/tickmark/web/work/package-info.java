/**
 * The one dispatcher behind every address: {@link org.tickmark.web.work.Dispatcher}. It decides who may come in by which {@link org.tickmark.web.work.Route};
 * what stands behind the routes is sign-in, the frame with its views, commands as forms, and the REST interface.
 */
package org.tickmark.web.work;
