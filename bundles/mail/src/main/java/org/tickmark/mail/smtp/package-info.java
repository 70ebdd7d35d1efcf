/** Handing one mail to one SMTP server: the connection, the dialogue, the message, and what can go wrong with them. Knows no database. */
package org.tickmark.mail.smtp;
