//! What an operation would amount to once its fragments are expanded, without expanding them: each fragment is weighed
//! once and remembered; sums saturate; a fragment that meets itself ends the weighing.

use super::{Broken, Leave, sent};
use crate::limits;
use async_graphql::{
    Variables,
    parser::types::{ExecutableDocument, Field, OperationDefinition, OperationType, Selection, SelectionSet},
};
use std::collections::HashMap;

/// What a selection set amounts to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Weight {
    /// Selections, spreads and inline fragments counted too.
    selections: u64,
    /// Fields inside one another.
    depth: u64,
    /// Depth of what lies below `__schema` and `__type`.
    introspection: u64,
    /// Fields directly here.
    fields: u64,
    /// Objects the answer could hold.
    objects: u64,
    /// Sensitive mutations directly here.
    sensitive: u64,
}

impl Weight {
    fn add(&mut self, other: Self) {
        self.selections = self.selections.saturating_add(other.selections);
        self.depth = self.depth.max(other.depth);
        self.introspection = self.introspection.max(other.introspection);
        self.fields = self.fields.saturating_add(other.fields);
        self.objects = self.objects.saturating_add(other.objects);
        self.sensitive = self.sensitive.saturating_add(other.sensitive);
    }
}

pub(super) fn check(document: &ExecutableDocument, variables: &Variables, leave: Leave) -> Result<(), Broken> {
    let mut scales = Scales { document, variables, known: HashMap::new(), visits: 0 };
    let mut selections = 0_u64;
    for (_, operation) in document.operations.iter() {
        let weight = scales.set(&operation.node.selection_set.node, 0)?;
        allowed(&operation.node, weight, leave)?;
        selections = selections.saturating_add(weight.selections);
    }
    if selections > limits::SELECTIONS {
        return Err(Broken::Selections);
    }
    // A fragment that nothing uses is looked at by the library all the same.
    document.fragments.keys().try_for_each(|name| scales.fragment(name.as_str(), 0).map(|_| ()))
}

fn allowed(operation: &OperationDefinition, weight: Weight, leave: Leave) -> Result<(), Broken> {
    let subscription = operation.ty == OperationType::Subscription;
    if subscription && !leave.subscription {
        return Err(Broken::Subscription);
    }
    if weight.introspection > 0 && !leave.introspection {
        return Err(Broken::Introspection);
    }
    if weight.depth > limits::DEPTH || weight.introspection > limits::INTROSPECTION_DEPTH {
        return Err(Broken::Depth);
    }
    if weight.fields > 1 && (subscription || weight.sensitive > 0) {
        return Err(Broken::NotAlone);
    }
    if weight.fields > limits::ROOT_FIELDS {
        return Err(Broken::Roots);
    }
    if weight.selections > limits::SELECTIONS {
        return Err(Broken::Selections);
    }
    if weight.objects > limits::COMPLEXITY { Err(Broken::Complexity) } else { Ok(()) }
}

/// What a fragment's name leads to.
#[derive(Clone, Copy)]
enum Known {
    /// Being weighed: whoever meets it again stands in a circle.
    Open,
    Weighed(Weight),
}

struct Scales<'a> {
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    known: HashMap<&'a str, Known>,
    /// Selections looked at; never more than are written.
    visits: usize,
}

impl<'a> Scales<'a> {
    /// `level` counts selection sets inside one another, through fragments as well: it bounds the recursion.
    fn set(&mut self, set: &'a SelectionSet, level: usize) -> Result<Weight, Broken> {
        if level > 2 * limits::NESTING {
            return Err(Broken::Depth);
        }
        let mut sum = Weight::default();
        for selection in &set.items {
            self.visits += 1;
            sum.add(match &selection.node {
                Selection::Field(field) => self.field(&field.node, level)?,
                Selection::InlineFragment(fragment) => {
                    let mut inside = self.set(&fragment.node.selection_set.node, level + 1)?;
                    inside.selections = inside.selections.saturating_add(1);
                    inside
                }
                Selection::FragmentSpread(spread) => {
                    let mut inside = self.fragment(spread.node.fragment_name.node.as_str(), level + 1)?;
                    inside.selections = inside.selections.saturating_add(1);
                    inside
                }
            });
        }
        Ok(sum)
    }

    fn fragment(&mut self, name: &str, level: usize) -> Result<Weight, Broken> {
        match self.known.get(name) {
            Some(Known::Open) => return Err(Broken::Cycle),
            Some(Known::Weighed(weight)) => return Ok(*weight),
            None => {}
        }
        let found = self.document.fragments.iter().find(|(own, _)| own.as_str() == name);
        let (name, fragment) = found.ok_or(Broken::NoFragment)?;
        self.known.insert(name.as_str(), Known::Open);
        let weight = self.set(&fragment.node.selection_set.node, level)?;
        self.known.insert(name.as_str(), Known::Weighed(weight));
        Ok(weight)
    }

    fn field(&mut self, field: &'a Field, level: usize) -> Result<Weight, Broken> {
        let name = field.name.node.as_str();
        let inside = self.set(&field.selection_set.node, level + 1)?;
        let deeper = 1 + inside.depth;
        let (depth, introspection) = match name {
            "__schema" | "__type" => (1, deeper),
            _ => (deeper, inside.introspection),
        };
        Ok(Weight {
            selections: inside.selections.saturating_add(1),
            depth,
            introspection,
            fields: 1,
            objects: self.objects(field, inside.objects)?,
            sensitive: u64::from(limits::SENSITIVE.contains(&name)),
        })
    }

    /// A leaf holds no object; a wrapper only what is in it; a connection as many rows as were asked for.
    fn objects(&self, field: &Field, inside: u64) -> Result<u64, Broken> {
        let name = field.name.node.as_str();
        let first = sent::first(field, self.document, self.variables)?;
        if let Some((_, weight)) = limits::HEAVY.iter().find(|(heavy, _)| *heavy == name) {
            return Ok(inside.saturating_add(*weight));
        }
        if field.selection_set.node.items.is_empty() {
            return Ok(0);
        }
        // `node(id: …)` at the root is no wrapper but an object.
        if limits::WRAPPERS.contains(&name) && field.arguments.is_empty() {
            return Ok(inside);
        }
        let rows = match first {
            Some(first) => Some(first),
            None => limits::CONNECTIONS.contains(&name).then_some(u64::from(limits::FIRST_BY_DEFAULT)),
        };
        Ok(rows.map_or(inside, |rows| rows.saturating_mul(inside.saturating_add(1))).saturating_add(1))
    }
}

#[cfg(test)]
pub(super) fn visits(document: &ExecutableDocument) -> usize {
    let variables = Variables::default();
    let mut scales = Scales { document, variables: &variables, known: HashMap::new(), visits: 0 };
    for (_, operation) in document.operations.iter() {
        let _ = scales.set(&operation.node.selection_set.node, 0);
    }
    scales.visits
}
