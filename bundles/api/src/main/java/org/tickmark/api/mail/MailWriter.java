package org.tickmark.api.mail;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.tickmark.api.Problem;
import org.tickmark.api.message.Message;

/** Where a {@link MailContent} writes itself, part by part, in one form and one language. For one thread. */
@ProviderType
public interface MailWriter {
    /** A heading. */
    void heading(Message text);

    /** A paragraph. */
    void paragraph(Message text);

    /** A table; see {@link MailContent.Builder#table}. */
    void table(List<Message> headings, List<List<Object>> rows);

    /** What went wrong, an item each. */
    void problems(List<Problem> problems);

    /**
     * A picture.
     *
     * @param file the picture
     * @param says what can be seen in it, for those who do not see it
     */
    void picture(MailFile file, Message says);
}
