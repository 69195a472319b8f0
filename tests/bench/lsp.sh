# Read by bench.sh: the language server on a plan of 5,000 lines.
echo "== language server, a plan of 5,000 lines"
"$generate" 283000 7 > long.khct
KHCT=$khct node "$(dirname "$lsp")/../lsp/bench.mjs" long.khct | while IFS='|' read -r what figure unit budget; do
    row "$what" "$figure" "$unit" "$budget"
done
