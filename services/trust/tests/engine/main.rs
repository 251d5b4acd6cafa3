//! The engine seen from outside: invariants of the design (trust, section 11) on random communities against independent
//! oracles, the admission rule case by case, and the lab.

#[cfg(test)]
mod admission;
#[cfg(test)]
mod attacks;
#[cfg(test)]
mod closeness;
#[cfg(test)]
mod closest;
#[cfg(test)]
mod consequences;
#[cfg(test)]
mod departures;
#[cfg(test)]
mod gauges;
#[cfg(test)]
mod household_door;
#[cfg(test)]
mod households;
#[cfg(test)]
mod invariants;
#[cfg(test)]
mod lab;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod replay;
#[cfg(test)]
mod simulate;
#[cfg(test)]
mod soundness;
#[cfg(test)]
mod structure;
#[cfg(test)]
mod towns;
#[cfg(test)]
mod world;
