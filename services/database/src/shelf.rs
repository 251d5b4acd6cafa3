//! What the nouns keep in this process: caches, one of each kind for every opened database. Nothing here is truth; all of
//! it may be lost at any moment.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// One thing of each type.
#[derive(Clone, Default)]
pub(crate) struct Shelf(Arc<Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>>);

impl Shelf {
    /// The thing of this type; made when it is first asked for.
    pub(crate) fn of<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        let mut things = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let thing = things.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default())).clone();
        // Whatever stands under a type's id is of that type.
        thing.downcast().unwrap_or_default()
    }
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shelf")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn whoever_asks_gets_the_same_thing_and_another_database_another() {
        let (one, other) = (Shelf::default(), Shelf::default());
        one.of::<AtomicU32>().store(7, Ordering::Relaxed);
        assert_eq!(one.clone().of::<AtomicU32>().load(Ordering::Relaxed), 7);
        assert_eq!(other.of::<AtomicU32>().load(Ordering::Relaxed), 0);
        assert_eq!(*one.of::<String>(), "");
    }
}
