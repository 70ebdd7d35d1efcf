package org.tickmark.reconciliation.report;

/** How the page looks: light, on screen and on paper. */
final class Style {
    static final String CSS = """

            :root { --ink: #1c2430; --soft: #5b6675; --line: #dfe4ea; --band: #f5f7fa; --good: #17693a; --good-band: #e7f5ec;
              --bad: #a3231f; --bad-band: #fdecea; --accent: #24476b; }
            * { box-sizing: border-box; }
            body { margin: 0; background: #fff; color: var(--ink); font: 14px/1.45 "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif; }
            main { max-width: 1120px; margin: 0 auto; padding: 36px 32px 56px; }
            header { border-bottom: 3px solid var(--accent); padding-bottom: 18px; margin-bottom: 22px; }
            h1 { font-size: 27px; line-height: 1.2; margin: 2px 0 4px; font-weight: 650; color: var(--accent); }
            h2 { font-size: 18px; margin: 38px 0 10px; font-weight: 650; color: var(--accent); border-bottom: 1px solid var(--line); padding-bottom: 5px; }
            h3 { font-size: 14px; margin: 20px 0 6px; font-weight: 650; }
            p { margin: 0; }
            .unit { font-weight: 600; letter-spacing: .02em; }
            .as-of, .none, .note, footer { color: var(--soft); }
            .status { display: inline-block; margin-top: 14px; padding: 7px 14px; border-radius: 6px; font-weight: 600; background: var(--band); }
            .status.good { color: var(--good); background: var(--good-band); }
            .status.bad { color: var(--bad); background: var(--bad-band); }
            .figures { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 14px; }
            .figure { background: var(--band); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; }
            .figure .label { color: var(--soft); font-size: 12.5px; }
            .figure .value { font-size: 21px; font-weight: 650; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .figure .note { font-size: 12.5px; }
            .columns { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 36px; }
            .columns > :nth-child(3) { grid-column: 1 / -1; max-width: 640px; }
            table { width: 100%; border-collapse: collapse; font-size: 13px; }
            th { text-align: left; color: var(--soft); font-weight: 600; font-size: 12px; border-bottom: 1.5px solid var(--ink); padding: 6px 10px 5px 0; vertical-align: bottom; }
            td { padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
            th:last-child, td:last-child { padding-right: 0; }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; }
            .date { white-space: nowrap; font-variant-numeric: tabular-nums; }
            .why { color: var(--soft); font-size: 12.5px; }
            .chart { display: block; width: 100%; max-width: 640px; margin: 12px 0 16px; }
            .chart text { font-size: 12px; fill: var(--ink); } .chart rect { fill: var(--accent); }
            tr.sum td { font-weight: 650; border-top: 1.5px solid var(--ink); }
            tr.good td, td.good { color: var(--good); }
            tr.bad td, td.bad { color: var(--bad); font-weight: 650; }
            tr.quiet td { color: #8792a1; }
            .failures { margin: 16px 0 0; padding: 12px 16px 12px 32px; background: var(--bad-band); color: var(--bad); border-radius: 6px; }
            tbody.match { break-inside: avoid; }
            tbody.match tr:not(:last-child) td:not([rowspan]) { border-bottom-color: transparent; padding-bottom: 1px; }
            footer { margin-top: 40px; padding-top: 12px; border-top: 1px solid var(--line); font-size: 12px; overflow-wrap: anywhere; }
            @media (max-width: 760px) { main { padding: 20px 14px; } .figures { grid-template-columns: repeat(2, minmax(0, 1fr)); } .columns { grid-template-columns: minmax(0, 1fr); } table { display: block; overflow-x: auto; } }
            @media (max-width: 480px) { .figures { grid-template-columns: minmax(0, 1fr); } }
            @media print {
              @page { size: A4; margin: 14mm 12mm; }
              body { font-size: 10.5px; } main { max-width: none; padding: 0; } table { font-size: 9.5px; } th, .why, footer { font-size: 9px; }
              h1 { font-size: 20px; } h2 { font-size: 14px; margin-top: 22px; break-after: avoid; } h3 { break-after: avoid; }
              tr { break-inside: avoid; } thead { display: table-header-group; } .figure .value { font-size: 15px; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """;

    private Style() {}
}
