package org.tickmark.mail;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Constants;
import org.tickmark.api.Caller;
import org.tickmark.api.Problem;
import org.tickmark.api.mail.MailContent;
import org.tickmark.api.mail.MailTemplate;
import org.tickmark.api.message.Message;

/** The templates there are at the moment. Safe for use from many threads. */
final class Templates {
    private static final Comparator<Entry> FIRST =
            Comparator.comparing(Entry::ranking, Comparator.reverseOrder()).thenComparing(Entry::serviceId);

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    private record Entry(String name, int ranking, long serviceId, MailTemplate template) {}

    void add(MailTemplate template, Map<String, ?> properties) {
        String name = String.valueOf(properties.get(MailTemplate.TEMPLATE));
        int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        long id = properties.get(Constants.SERVICE_ID) instanceof Long number ? number : Long.MAX_VALUE;
        entries.add(new Entry(name, ranking, id, template));
    }

    void remove(MailTemplate template) {
        entries.removeIf(entry -> entry.template() == template);
    }

    SortedMap<String, Message> summaries() {
        SortedMap<String, Message> summaries = new TreeMap<>();
        entries.stream()
                .sorted(FIRST)
                .forEach(entry ->
                        summaries.putIfAbsent(entry.name(), entry.template().summary()));
        return summaries;
    }

    /** What a template says about something. */
    MailContent content(Caller caller, String name, String about) {
        Optional<MailTemplate> found = entries.stream()
                .filter(entry -> entry.name().equals(name))
                .min(FIRST)
                .map(Entry::template);
        return found.orElseThrow(() -> Problem.error("mail.template-unknown", Texts.message("template-unknown", name))
                        .found(name)
                        .expected(String.join(", ", summaries().keySet()))
                        .exception())
                .content(caller, about);
    }
}
