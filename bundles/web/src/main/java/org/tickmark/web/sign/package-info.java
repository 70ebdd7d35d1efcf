/** Who is at the door: sessions of people, the code by which the first of them comes in. */
package org.tickmark.web.sign;
