/** What all pages have in common: language, theme, the document around them, the files they load. */
package org.tickmark.web.page;
