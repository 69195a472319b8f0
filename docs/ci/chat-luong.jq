# From `khct check --format json` to the code-quality report of GitLab.
[.plans[] | .file as $file | .diagnostics[] | select(.accepted == null) | {
  description: .message.vi,
  check_name: .code,
  fingerprint: ([.code, .place.file // $file, .place.line // 0, .message.vi] | map(tostring) | join("|") | @base64),
  severity: ({error: "critical", warning: "minor", note: "info"}[.severity]),
  location: {path: (.place.file // $file), lines: {begin: (.place.line // 1)}}
}]
