//! Counts what stands in the document as written; each place is visited once.

use super::Broken;
use crate::limits;
use async_graphql::{
    Positioned,
    parser::types::{Directive, ExecutableDocument, OperationDefinition, Selection, SelectionSet},
};
use std::collections::HashMap;

pub(super) fn check(document: &ExecutableDocument) -> Result<(), Broken> {
    if document.operations.iter().len() > limits::OPERATIONS {
        return Err(Broken::Operations);
    }
    if document.fragments.len() > limits::FRAGMENTS {
        return Err(Broken::Fragments);
    }
    let mut aliases = 0;
    for (_, operation) in document.operations.iter() {
        operation_directives(&operation.node)?;
        selection_set(&operation.node.selection_set.node, &mut aliases)?;
    }
    for fragment in document.fragments.values() {
        directives(&fragment.node.directives)?;
        selection_set(&fragment.node.selection_set.node, &mut aliases)?;
    }
    if aliases > limits::ALIASES { Err(Broken::Aliases) } else { Ok(()) }
}

fn operation_directives(operation: &OperationDefinition) -> Result<(), Broken> {
    if operation.directives.len() > limits::OPERATION_DIRECTIVES {
        return Err(Broken::Directives);
    }
    operation.variable_definitions.iter().try_for_each(|variable| directives(&variable.node.directives))
}

fn directives(directives: &[Positioned<Directive>]) -> Result<(), Broken> {
    if directives.len() > limits::FIELD_DIRECTIVES { Err(Broken::Directives) } else { Ok(()) }
}

/// As deep as the brackets, and those are bounded.
fn selection_set(set: &SelectionSet, aliases: &mut usize) -> Result<(), Broken> {
    let mut written: HashMap<&str, usize> = HashMap::new();
    for selection in &set.items {
        directives(selection.node.directives())?;
        let name = match &selection.node {
            Selection::Field(field) => {
                *aliases += usize::from(field.node.alias.is_some());
                selection_set(&field.node.selection_set.node, aliases)?;
                field.node.response_key().node.as_str()
            }
            Selection::InlineFragment(fragment) => {
                selection_set(&fragment.node.selection_set.node, aliases)?;
                continue;
            }
            Selection::FragmentSpread(spread) => spread.node.fragment_name.node.as_str(),
        };
        let times = written.entry(name).or_default();
        *times += 1;
        if *times > limits::REPEATS {
            return Err(Broken::Repeats);
        }
    }
    Ok(())
}
