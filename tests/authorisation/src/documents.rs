//! One GraphQL document for every field of the three roots, with made-up arguments: enough to be refused, too little to do
//! anything.

use async_graphql::parser::{
    parse_schema,
    types::{
        BaseType, FieldDefinition, InputValueDefinition, ServiceDocument, Type, TypeDefinition, TypeKind,
        TypeSystemDefinition,
    },
};
use std::collections::HashMap;

type Shapes = HashMap<String, TypeDefinition>;

/// `("Mutation.leave", "mutation{leave{refusal{code}}}")` for every field.
pub fn documents(sdl: &str) -> Vec<(String, String)> {
    let shapes = shapes(parse_schema(sdl).unwrap());
    let mut all = Vec::new();
    for (root, keyword) in [("Query", "query"), ("Mutation", "mutation"), ("Subscription", "subscription")] {
        let TypeKind::Object(object) = &shapes[root].kind else { panic!("{root} is no object") };
        for field in &object.fields {
            let document = format!("{keyword}{{{}}}", selection(&field.node, &shapes));
            all.push((format!("{root}.{}", field.node.name.node), document));
        }
    }
    all
}

fn shapes(document: ServiceDocument) -> Shapes {
    let types = document.definitions.into_iter().filter_map(|definition| match definition {
        TypeSystemDefinition::Type(ty) => Some((ty.node.name.node.to_string(), ty.node)),
        _ => None,
    });
    types.collect()
}

fn selection(field: &FieldDefinition, shapes: &Shapes) -> String {
    let given = arguments(field.arguments.iter().map(|argument| &argument.node), shapes);
    let arguments = if given.is_empty() { String::new() } else { format!("({given})") };
    let name = named(&field.ty.node);
    let inside = match shapes.get(name).map(|ty| &ty.kind) {
        _ if name.ends_with("Payload") => "{refusal{code}}",
        None | Some(TypeKind::Scalar | TypeKind::Enum(_)) => "",
        Some(_) => "{__typename}",
    };
    format!("{}{arguments}{inside}", field.name.node)
}

fn arguments<'a>(wanted: impl Iterator<Item = &'a InputValueDefinition>, shapes: &Shapes) -> String {
    let needed = wanted.filter(|argument| !argument.ty.node.nullable && argument.default_value.is_none());
    needed
        .map(|argument| format!("{}:{} ", argument.name.node, value(&argument.ty.node, shapes)))
        .collect::<Vec<_>>()
        .concat()
}

fn value(ty: &Type, shapes: &Shapes) -> String {
    let BaseType::Named(name) = &ty.base else { return "[]".to_owned() };
    match (name.as_str(), shapes.get(name.as_str()).map(|ty| &ty.kind)) {
        (_, Some(TypeKind::Enum(words))) => words.values[0].node.value.node.to_string(),
        (_, Some(TypeKind::InputObject(input))) => {
            format!("{{{}}}", arguments(input.fields.iter().map(|field| &field.node), shapes))
        }
        ("Int", _) => "1".to_owned(),
        // No charter accepted, nobody met: nothing that is asked here is to happen.
        ("Boolean", _) => "false".to_owned(),
        ("UUID", _) => "\"00000000-0000-4000-8000-000000000001\"".to_owned(),
        _ => "\"a@example.test\"".to_owned(),
    }
}

fn named(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(inner) => named(inner),
    }
}
