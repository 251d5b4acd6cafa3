//! Starting and stopping chromedriver and its browsers.

use crate::Window;
use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::Duration,
};
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

/// A chromedriver of this test's own; ends with it.
pub struct Chromium {
    process: Child,
    address: String,
}

impl Chromium {
    /// Starts chromedriver on a free port and waits until it answers.
    pub async fn start() -> Self {
        // The driver's client finds it there, although it speaks no TLS to the loopback.
        let _already = rustls::crypto::ring::default_provider().install_default();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("chromedriver does not start ({error}); infra/test installs it"));
        let chromium = Self { process, address: format!("http://127.0.0.1:{port}") };
        chromium.answers(port).await;
        chromium
    }

    async fn answers(&self, port: u16) {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(20);
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            assert!(tokio::time::Instant::now() < deadline, "chromedriver does not answer");
            tokio::task::yield_now().await;
        }
    }

    /// A window with a fresh profile.
    pub async fn window(&self) -> Window {
        Window::new(WebDriver::new(&self.address, wishes(true)).await.unwrap())
    }

    /// A window with a fresh profile whose pages run no script, and whose reader prefers `language`.
    pub async fn window_without_script(&self, language: &str) -> Window {
        let mut wishes = wishes(false);
        wishes.add_arg(&format!("--accept-lang={language}")).unwrap();
        Window::new(WebDriver::new(&self.address, wishes).await.unwrap())
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Ends the browsers it started as well.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn wishes(script: bool) -> ChromeCapabilities {
    let mut wishes = DesiredCapabilities::chrome();
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
    ];
    for argument in arguments {
        wishes.add_arg(argument).unwrap();
    }
    if !script {
        let never = serde_json::json!({ "profile.managed_default_content_settings.javascript": 2 });
        wishes.add_experimental_option("prefs", never).unwrap();
    }
    wishes
}
