#include "diag/render.h"
#include "syntax/load.h"
#include <unistd.h>
#include <stdio.h>
typedef struct { const char *p; khct_arena *a; int n; } W;
static void dump(const khct_diags *d, const khct_node *n, int k){ for(;n;n=n->next){ khct_str r=khct_node_raw(d,n); printf("%*s%s [%.*s] %x\n",k*2,"",n->keyword==KHCT_KEYWORD_NONE?"?":khct_keyword_at(n->keyword)->unmarked,KHCT_ARG(r),n->flags); dump(d,n->first,k+1);} }
static void run(void *c){ W *w=c; khct_sources *s=khct_alloc(w->a,sizeof*s); s->arena=w->a; khct_diags *d=khct_alloc(w->a,sizeof*d); d->arena=w->a; d->sources=s; khct_loader l={d,khct_vocabulary_new(w->a),NULL,NULL}; khct_document*doc=khct_load(&l,w->p); khct_diags_sort(d); static khct_out o; khct_out_to_fd(&o,1); khct_render_diags(&o,d,(khct_style){KHCT_VI,false}); khct_out_finish(&o); if(w->n>2&&doc->files.n) dump(d,doc->files.at[0].tree->top->first,0); }
int main(int n,char**v){ W w={v[1],khct_arena_new(),n}; khct_try(w.a,run,&w); khct_arena_free(w.a); return 0; }
