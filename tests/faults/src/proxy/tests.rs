use super::*;
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    time::timeout,
};

/// Says everything back, and counts what arrived.
async fn echo() -> (Target, Arc<AtomicU64>, AbortHandle) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let (port, heard) = (listener.local_addr().unwrap().port(), Arc::<AtomicU64>::default());
    let counting = Arc::clone(&heard);
    let listening = tokio::spawn(async move {
        let mut talks = JoinSet::new();
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let heard = Arc::clone(&counting);
            talks.spawn(async move {
                let mut piece = [0; 1_024];
                while let Ok(read @ 1..) = stream.read(&mut piece).await {
                    heard.fetch_add(read as u64, Ordering::SeqCst);
                    if stream.write_all(piece.get(..read).unwrap()).await.is_err() {
                        return;
                    }
                }
            });
        }
    });
    (Target::Port(port), heard, listening.abort_handle())
}

async fn call(proxy: &Proxy) -> TcpStream {
    TcpStream::connect((Ipv4Addr::LOCALHOST, proxy.port())).await.unwrap()
}

/// What comes back of `said`, within a second.
async fn back(stream: &mut TcpStream, said: &[u8]) -> io::Result<Vec<u8>> {
    stream.write_all(said).await?;
    let mut heard = vec![0; said.len()];
    match timeout(Duration::from_secs(1), stream.read_exact(&mut heard)).await {
        Ok(read) => read.map(|_| heard),
        Err(_) => Err(io::ErrorKind::TimedOut.into()),
    }
}

#[tokio::test]
async fn in_calm_weather_everything_arrives() {
    let (target, _, echo) = echo().await;
    let proxy = Proxy::start(target, 1).await.unwrap();
    let long: Vec<u8> = (0..100_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    assert_eq!(back(&mut call(&proxy).await, &long).await.unwrap(), long);
    assert_eq!(proxy.struck(), 0);
    echo.abort();
}

#[tokio::test]
async fn what_is_far_takes_its_time_there_and_back() {
    let (target, _, echo) = echo().await;
    let proxy = Proxy::start(target, 1).await.unwrap();
    let mut stream = call(&proxy).await;
    proxy.set(Weather { latency: Duration::from_millis(100), ..Weather::CALM });
    let began = Instant::now();
    assert_eq!(back(&mut stream, b"far").await.unwrap(), b"far");
    assert!(began.elapsed() >= Duration::from_millis(200), "{:?}", began.elapsed());
    proxy.set(Weather { drip: Some(80), ..Weather::CALM });
    let began = Instant::now();
    assert_eq!(back(&mut stream, &[7; 20]).await.unwrap(), [7; 20]);
    assert!(began.elapsed() >= Duration::from_millis(250), "{:?}", began.elapsed());
    assert!(proxy.struck() > 2);
    echo.abort();
}

#[tokio::test]
async fn an_answer_is_torn_at_the_byte() {
    let (target, _, echo) = echo().await;
    let proxy = Proxy::start(target, 1).await.unwrap();
    proxy.set(Weather::torn_after(5));
    let mut stream = call(&proxy).await;
    stream.write_all(b"whole words").await.unwrap();
    let mut heard = Vec::new();
    stream.read_to_end(&mut heard).await.unwrap();
    assert_eq!(heard, b"whole");
    echo.abort();
}

#[tokio::test]
async fn a_connection_that_lost_a_piece_stays_open_and_dead() {
    let (target, heard, echo) = echo().await;
    let proxy = Proxy::start(target, 1).await.unwrap();
    for (weather, arrived) in [(Weather::DEAF, 3), (Weather::BLACK_HOLE, 0)] {
        let mut stream = call(&proxy).await;
        let before = heard.load(Ordering::SeqCst);
        proxy.set(weather);
        assert_eq!(back(&mut stream, b"one").await.unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(heard.load(Ordering::SeqCst) - before, arrived, "{weather:?}");
        proxy.set(Weather::CALM);
        assert_eq!(back(&mut stream, b"two").await.unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(back(&mut call(&proxy).await, b"new").await.unwrap(), b"new");
    }
    echo.abort();
}

/// How many pieces pass before the connection is reset.
async fn luck(seed: u64) -> usize {
    let (target, _, echo) = echo().await;
    let proxy = Proxy::start(target, seed).await.unwrap();
    proxy.set(Weather { resets: 20, ..Weather::CALM });
    let mut stream = call(&proxy).await;
    for round in 0..1_000 {
        match back(&mut stream, b"x").await {
            Ok(_) => {}
            Err(error) => {
                assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
                echo.abort();
                return round;
            }
        }
    }
    1_000
}

#[tokio::test]
async fn chance_is_the_seeds() {
    let mut all = Vec::new();
    for seed in 1..8 {
        all.push(luck(seed).await);
    }
    assert_eq!(luck(3).await, all[2]);
    assert!(all.iter().any(|rounds| *rounds != all[0]) && all.iter().all(|rounds| *rounds < 1_000), "{all:?}");
}
