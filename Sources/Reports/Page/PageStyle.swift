/// How the page looks on a screen and on A4 paper.
package enum PageStyle {
  /// The style sheet.
  package static let css: HTML = """
    :root { color-scheme: light; }
    body { font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #111;
      background: #fff; max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem; }
    h1 { font-size: 1.6rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; }
    p { margin: .4rem 0; } .lead { color: #444; }
    .box { border: 1.5px solid #111; border-radius: 4px; padding: .6rem .9rem; margin: .9rem 0; }
    .box ul { margin: .3rem 0 .2rem; padding-left: 1.2rem; }
    .heads { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .6rem; margin: .8rem 0; }
    .head { border: 1px solid #999; border-radius: 4px; padding: .4rem .8rem; }
    .head:first-child { border: 2px solid #111; }
    .head b { display: block; font-size: 1.7rem; line-height: 1.2; } .head span { color: #444; font-size: .85rem; }
    h3 { font-size: .95rem; margin: .8rem 0 .2rem; } .ids { font-size: .75rem; line-height: 1.35; color: #333; }
    table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .84rem; }
    caption { text-align: left; font-weight: 600; padding: .2rem 0; }
    th, td { text-align: left; padding: .2rem .5rem .2rem 0; border-bottom: 1px solid #ccc; vertical-align: top;
      overflow-wrap: break-word; max-width: 16rem; }
    .d { white-space: nowrap; }
    th { border-bottom: 1.5px solid #111; overflow-wrap: normal; } .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    figure { margin: .8rem 0; } figcaption { font-weight: 600; margin-bottom: .2rem; }
    svg { width: 100%; height: auto; } svg text { font: 11px system-ui, sans-serif; fill: #111;
      stroke: #fff; stroke-width: 3px; paint-order: stroke; }
    th.n { white-space: normal; } td:last-child, th:last-child { padding-right: 0; } td.n + td:not(.n), th.n + th:not(.n) { padding-left: .6rem; }
    .conclusion { font-size: 1.15rem; line-height: 1.4; margin: .9rem 0; } .note { color: #444; font-size: .85rem; }
    .scroll { overflow-x: auto; } .charts { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 0 1.2rem; }
    .charts figure { margin: .4rem 0; display: flex; flex-direction: column; justify-content: flex-end; }
    .i { font-size: .72rem; color: #444; white-space: nowrap; margin-left: .35rem; }
    caption, thead, p:has(+ ul) { break-after: avoid; }
    .narrow { display: none; } .level { width: 7rem; height: 1rem; vertical-align: middle; }
    @media screen and (max-width: 36rem) { .wide { display: none; } .narrow { display: block; }
      .charts { grid-template-columns: 1fr; } .heads { grid-template-columns: 1fr 1fr; }
      .leveled th:last-child, .leveled td:last-child { display: none; }
      .leveled table { font-size: .72rem; } .leveled th, .leveled td { padding-right: .15rem; }
      table.folds, .folds caption, .folds tbody { display: block; } .folds thead { display: none; }
      .folds tr { display: grid; grid-template-columns: repeat(4, 1fr); gap: .1rem .5rem; padding: .3rem 0; border-bottom: 1px solid #ccc; }
      table.folds tr td { display: block; border: 0; padding: 0; min-width: 0; max-width: none; text-align: left; }
      table.folds tr td:not(.n) { grid-column: 1 / -1; } .folds td:first-child { font-weight: 600; }
      .folds td[data-t]::before { content: attr(data-t); display: block; font-size: .66rem; color: #444; }
      table { font-size: .76rem; } th, td { padding-right: .3rem; } td.n { white-space: normal; } .i { display: block; margin: 0; }
      caption, th, td { hyphens: auto; } td:not(.n) { min-width: 3.2rem; }
      td:nth-child(n+3):last-child:not(.n) { min-width: 11rem; }
      .scroll { background: linear-gradient(to right, #fff 40%, #fff0) 0 0 / 2.5rem 100% no-repeat local,
        linear-gradient(to left, #fff 40%, #fff0) 100% 0 / 2.5rem 100% no-repeat local,
        linear-gradient(to right, #0004, #0000) 0 0 / .6rem 100% no-repeat scroll,
        linear-gradient(to left, #0004, #0000) 100% 0 / .6rem 100% no-repeat scroll; } }
    bdi { overflow-wrap: break-word; } code { overflow-wrap: anywhere; }
    @page { size: A4; margin: 16mm 14mm; }
    @media print { .scroll { overflow: visible; } body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }
      h2 { break-after: avoid; } h3 { break-after: avoid; } figure, .box, .heads, tr, table.short { break-inside: avoid; } thead { display: table-header-group; } }
    """
}
