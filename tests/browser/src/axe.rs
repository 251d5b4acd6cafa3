//! axe-core, the accessibility checker.

use crate::Window;
use serde::Deserialize;
use std::{path::Path, sync::OnceLock};

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
}

/// What axe finds wrong on the page that the window shows, a line each; empty when nothing is.
///
/// Rules: WCAG 2.2 A and AA, and those that axe maps to RGAA 4.
pub async fn axe(window: &Window) -> Vec<String> {
    run(window, EVERYTHING).await
}

/// What axe finds wrong with the colours of the page: the only rules whose answer depends on a brand, because brands differ in
/// nothing but their colours. A tenth of the time.
pub async fn axe_colours(window: &Window) -> Vec<String> {
    run(window, COLOURS).await
}

async fn run(window: &Window, rules: &str) -> Vec<String> {
    // Half a megabyte of script: once a page, however often it is asked.
    if window.ask("return typeof axe === 'undefined'").await == serde_json::Value::Bool(true) {
        window.ask(source()).await;
    }
    window.until(STILL).await;
    let answer = window.ask_later(&RUN.replace("RULES", rules)).await;
    let found: Vec<Violation> = serde_json::from_str(answer.as_str().unwrap()).unwrap();
    found
        .into_iter()
        .map(|v| format!("{}: {} at {}", v.id, v.help, v.nodes.first().map_or("", |n| n.html.as_str())))
        .collect()
}

/// What fades in is not read before it is there.
const STILL: &str = "document.getAnimations().every(one => one.playState !== 'running' || one.effect.getComputedTiming().endTime === Infinity)";
const EVERYTHING: &str = "['RGAAv4', 'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
const COLOURS: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: RULES, resultTypes: ['violations'] })
        .then(found => done(JSON.stringify(found.violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.map(n => ({ html: n.html })) })))))
        .catch(error => done(JSON.stringify([{ id: 'axe-failed', help: String(error), nodes: [] }])));";

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}; `npm ci` in tests/browser brings it", file.display()))
    })
}
