//! Looks at every value that is sent: in the document, as a default, as a variable.

use super::Broken;
use crate::limits::{FIRST, LIST};
use async_graphql::{
    Name, Positioned, Variables,
    parser::types::{Directive, ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet},
};
use async_graphql_value::{ConstValue, Value};

pub(super) fn check(document: &ExecutableDocument, variables: &Variables) -> Result<(), Broken> {
    variables.values().try_for_each(constant)?;
    for (_, operation) in document.operations.iter() {
        directives(&operation.node.directives)?;
        for variable in &operation.node.variable_definitions {
            variable.node.default_value.iter().try_for_each(|value| constant(&value.node))?;
            directives(&variable.node.directives)?;
        }
        selection_set(&operation.node.selection_set.node, document, variables)?;
    }
    for fragment in document.fragments.values() {
        directives(&fragment.node.directives)?;
        selection_set(&fragment.node.selection_set.node, document, variables)?;
    }
    Ok(())
}

fn selection_set(set: &SelectionSet, document: &ExecutableDocument, variables: &Variables) -> Result<(), Broken> {
    for selection in &set.items {
        directives(selection.node.directives())?;
        match &selection.node {
            Selection::Field(field) => {
                field.node.arguments.iter().try_for_each(|(_, argument)| value(&argument.node))?;
                first(&field.node, document, variables)?;
                selection_set(&field.node.selection_set.node, document, variables)?;
            }
            Selection::InlineFragment(fragment) => {
                selection_set(&fragment.node.selection_set.node, document, variables)?;
            }
            Selection::FragmentSpread(_) => {}
        }
    }
    Ok(())
}

fn directives(directives: &[Positioned<Directive>]) -> Result<(), Broken> {
    directives
        .iter()
        .flat_map(|directive| &directive.node.arguments)
        .try_for_each(|(_, argument)| value(&argument.node))
}

/// The `first` of a field, whichever way it is given; `None` when it is not given or null.
pub(super) fn first(
    field: &Field,
    document: &ExecutableDocument,
    variables: &Variables,
) -> Result<Option<u64>, Broken> {
    let Some(argument) = field.get_argument("first") else { return Ok(None) };
    match &argument.node {
        Value::Variable(name) => amounts(name, document, variables),
        Value::Null => Ok(None),
        Value::Number(number) => amount(number.as_u64()).map(Some),
        _ => Err(Broken::First),
    }
}

/// The largest of what a variable could be: what was sent, or else the default of any operation.
fn amounts(name: &Name, document: &ExecutableDocument, variables: &Variables) -> Result<Option<u64>, Broken> {
    if let Some(sent) = variables.get(name) {
        return constant_amount(sent);
    }
    let defaults = document.operations.iter().filter_map(|(_, operation)| default_of(&operation.node, name));
    defaults.map(constant_amount).try_fold(None, |most, amount| Ok(most.max(amount?)))
}

fn default_of<'a>(operation: &'a OperationDefinition, name: &Name) -> Option<&'a ConstValue> {
    let variable = operation.variable_definitions.iter().find(|variable| variable.node.name.node == *name)?;
    variable.node.default_value.as_ref().map(|value| &value.node)
}

fn constant_amount(value: &ConstValue) -> Result<Option<u64>, Broken> {
    match value {
        ConstValue::Null => Ok(None),
        ConstValue::Number(number) => amount(number.as_u64()).map(Some),
        _ => Err(Broken::First),
    }
}

fn amount(number: Option<u64>) -> Result<u64, Broken> {
    number.filter(|number| (1..=FIRST).contains(number)).ok_or(Broken::First)
}

fn value(sent: &Value) -> Result<(), Broken> {
    match sent {
        Value::List(entries) => within(entries.len()).and_then(|()| entries.iter().try_for_each(value)),
        Value::Object(entries) => within(entries.len()).and_then(|()| entries.values().try_for_each(value)),
        _ => Ok(()),
    }
}

fn constant(sent: &ConstValue) -> Result<(), Broken> {
    match sent {
        ConstValue::List(entries) => within(entries.len()).and_then(|()| entries.iter().try_for_each(constant)),
        ConstValue::Object(entries) => within(entries.len()).and_then(|()| entries.values().try_for_each(constant)),
        _ => Ok(()),
    }
}

fn within(entries: usize) -> Result<(), Broken> {
    if entries > LIST { Err(Broken::List) } else { Ok(()) }
}
