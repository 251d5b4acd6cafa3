//! One browser window, and what a person does with it.

use serde_json::json;
use std::path::Path;
use std::time::Duration;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, Key, TypingData, WebDriver, WebElement};

/// Keeps what the page's policy had to stop, and whatever else went wrong.
const WATCH: &str = "window.broken = [];
    addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective + ' ' + e.blockedURI));
    addEventListener('error', e => broken.push('error: ' + e.message));
    addEventListener('unhandledrejection', e => broken.push('rejected: ' + e.reason));";

/// Day or night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// `prefers-color-scheme: light`
    Light,
    /// `prefers-color-scheme: dark`
    Dark,
}

/// A window; quits with [`Window::close`].
pub struct Window {
    driver: WebDriver,
}

impl Window {
    pub(crate) fn new(driver: WebDriver) -> Self {
        Self { driver }
    }

    /// Shows an address.
    pub async fn go(&self, address: &str) {
        self.driver.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Clicks what leads to another page (a link, the button of a form) and waits until that page is there.
    ///
    /// Chromedriver answers a click as soon as it is made; whoever looks then may still see the page that was left.
    pub async fn follow(&self, selector: &str) {
        let before = self.birth().await;
        self.click(selector).await;
        self.renewed(before, selector).await;
    }

    /// When the page that is shown began, as its browser counts it; nothing while it is being loaded.
    pub async fn birth(&self) -> Option<f64> {
        let born = "return document.readyState === 'complete' ? performance.timeOrigin : null";
        self.driver.execute(born, vec![]).await.ok().and_then(|answer| answer.json().as_f64())
    }

    /// Waits until another page than the one that began at `before` is there whole; fails after some seconds.
    pub async fn renewed(&self, before: Option<f64>, what: &str) {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
        loop {
            let now = self.birth().await;
            if now.is_some() && now != before {
                return;
            }
            assert!(tokio::time::Instant::now() < deadline, "{what} leads nowhere: {}", self.text().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Where the window is.
    pub async fn address(&self) -> String {
        self.driver.current_url().await.unwrap().to_string()
    }

    /// Waits until the window is somewhere whose address does not hold `part`; fails after some seconds.
    pub async fn leave(&self, part: &str) {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
        while self.address().await.contains(part) {
            assert!(tokio::time::Instant::now() < deadline, "still at {part}: {}", self.text().await);
        }
    }

    /// The page's own width and height in CSS pixels, as a phone's or a screen's.
    pub async fn size(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    async fn cdp(&self, command: &str, parameters: serde_json::Value) -> serde_json::Value {
        self.driver.cdp().send_raw(command, parameters).await.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Gives the window's computer a device that keeps passkeys, and whose owner is always there.
    pub async fn virtual_device(&self) {
        self.cdp("WebAuthn.enable", json!({})).await;
        let device = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserVerified": true,
            "automaticPresenceSimulation": true,
        });
        self.cdp("WebAuthn.addVirtualAuthenticator", json!({ "options": device })).await;
    }

    /// Day or night.
    pub async fn scheme(&self, scheme: Scheme) {
        let value = if scheme == Scheme::Dark { "dark" } else { "light" };
        self.prefer(&[("prefers-color-scheme", value)]).await;
    }

    /// What the reader's computer is set to: `prefers-reduced-motion: reduce`, `forced-colors: active`. Forgets what was set before.
    pub async fn prefer(&self, settings: &[(&str, &str)]) {
        let features: Vec<_> = settings.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// A script that runs in every page from now on, before the page's own first byte.
    pub async fn before_every_page(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// In every page from now on, `window.broken` holds what its policy had to stop, and whatever else went wrong.
    pub async fn watch(&self) {
        self.before_every_page(WATCH).await;
    }

    /// Puts a cookie into the jar for this address, as the site itself would set it.
    pub async fn hold(&self, address: &str, name: &str, value: &str) {
        let cookie =
            json!({ "url": address, "name": name, "value": value, "path": "/", "secure": true, "httpOnly": true });
        self.cdp("Network.setCookie", cookie).await;
    }

    /// What a script says; works whatever the page allows.
    pub async fn ask(&self, script: &str) -> serde_json::Value {
        self.driver.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script:.60}: {error}")).json().clone()
    }

    /// What a script says that takes its time (calls its last argument).
    pub async fn ask_later(&self, script: &str) -> serde_json::Value {
        self.driver
            .execute_async(script, vec![])
            .await
            .unwrap_or_else(|error| panic!("{script:.200}: {error}"))
            .json()
            .clone()
    }

    /// Waits until the page says so, for twenty seconds; then it fails with what has the focus and what the page shows.
    pub async fn until(&self, condition: &str) {
        let look = format!(
            "const done = arguments[arguments.length - 1];
             const state = () => document.activeElement.outerHTML.slice(0, 300) + ' | ' + document.body.innerText.slice(0, 1500);
             let times = 0;
             const look = () => ({condition}) ? done(true) : ++times > 600 ? done(state()) : setTimeout(look, 30); look();"
        );
        assert_eq!(self.ask_later(&look).await, true, "{condition}");
    }

    /// Tabs until what has the focus is such an element.
    pub async fn tab_to(&self, selector: &str) {
        let mut there = false;
        for _ in 0..60 {
            self.keys(Key::Tab).await;
            there = self.ask(&format!("return document.activeElement.matches('{selector}')")).await == true;
            if there {
                break;
            }
        }
        assert!(there, "no number of tabs leads to {selector}: {}", self.focus().await);
    }

    /// By how many pixels the page is wider than the window.
    pub async fn overflow(&self) -> i64 {
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        self.ask(wider).await.as_i64().unwrap()
    }

    /// Writes into the field of this name, in place of what was there.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.find(&format!("[name='{name}']:not([type=hidden])")).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Chooses what is told by this value in the list of this name.
    pub async fn choose(&self, name: &str, value: &str) {
        self.click(&format!("select[name='{name}'] option[value='{value}']")).await;
    }

    /// Types without saying where: into whatever has the focus.
    pub async fn keys(&self, keys: impl Into<TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.unwrap();
    }

    /// Types this key while another (Alt, Control, Shift) is held down.
    pub async fn chord(&self, held: Key, key: Key) {
        self.driver.action_chain().key_down(held.clone()).send_keys(key).key_up(held).perform().await.unwrap();
    }

    /// Taps the first element that this selector names with a finger, as on a phone: no mouse moves there.
    pub async fn tap(&self, selector: &str) {
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 })).await;
        let middle = self.middle(selector).await;
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": [middle] })).await;
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await;
    }

    /// Presses the mouse on the first element that this selector names, and holds it down until [`Window::let_go`].
    pub async fn press(&self, selector: &str) {
        self.mouse("mousePressed", &self.middle(selector).await).await;
    }

    /// Lets the mouse go where this selector names something.
    pub async fn let_go(&self, selector: &str) {
        self.mouse("mouseReleased", &self.middle(selector).await).await;
    }

    async fn mouse(&self, kind: &str, at: &serde_json::Value) {
        let event = json!({ "type": kind, "x": at["x"], "y": at["y"], "button": "left", "clickCount": 1 });
        self.cdp("Input.dispatchMouseEvent", event).await;
    }

    /// The middle of the first element that this selector names, in CSS pixels of what is seen.
    async fn middle(&self, selector: &str) -> serde_json::Value {
        let look = format!(
            "const one = document.querySelector('{selector}');
             one.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const box = one.getBoundingClientRect();
             return {{ x: box.x + box.width / 2, y: box.y + box.height / 2 }};"
        );
        self.ask(&look).await
    }

    /// What has the focus, as `tag.class [name] text`.
    pub async fn focus(&self) -> String {
        let element = self.driver.active_element().await.unwrap();
        let name = element.attr("name").await.unwrap().unwrap_or_default();
        let kind = element.tag_name().await.unwrap();
        format!("{kind} [{name}] {}", element.text().await.unwrap())
    }

    /// Clicks the first element that this selector names.
    pub async fn click(&self, selector: &str) {
        let element = self.find(selector).await;
        element.scroll_into_view().await.unwrap();
        element.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// The first element that this selector names.
    pub async fn find(&self, selector: &str) -> WebElement {
        match self.driver.find(By::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("{selector} is not on {}: {error}\n{}", self.address().await, self.text().await),
        }
    }

    /// Everything that can be read on the page.
    pub async fn text(&self) -> String {
        self.of_the_page("body", |element| async move { element.text().await }).await
    }

    /// What the page says its language is.
    pub async fn language(&self) -> Option<String> {
        self.of_the_page("html", |element| async move { element.attr("lang").await }).await
    }

    /// Something of an element that every page has. A page that goes away while it is looked at is followed by another, which is
    /// the one that was meant.
    async fn of_the_page<T, F>(&self, tag: &str, look: impl Fn(WebElement) -> F) -> T
    where
        F: Future<Output = WebDriverResult<T>>,
    {
        let mut left = 50;
        loop {
            let seen = match self.driver.find(By::Tag(tag)).await {
                Ok(element) => look(element).await,
                Err(error) => Err(error),
            };
            match seen {
                Ok(seen) => return seen,
                Err(error) if left == 0 => panic!("{tag}: {error}"),
                Err(_) => left -= 1,
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Keeps a picture of the whole page.
    pub async fn picture(&self, file: &Path) {
        let whole = json!({ "captureBeyondViewport": true, "format": "png" });
        let answer = self.cdp("Page.captureScreenshot", whole).await;
        let bytes = bytes_of(answer["data"].as_str().unwrap());
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    /// Closes it.
    pub async fn close(self) {
        self.driver.quit().await.unwrap();
    }
}

fn bytes_of(base64: &str) -> Vec<u8> {
    data_encoding::BASE64.decode(base64.as_bytes()).unwrap()
}
